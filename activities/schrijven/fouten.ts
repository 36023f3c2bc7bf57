/** Why the writer did not do what was asked. Nothing was written. */
export abstract class Schrijffout extends Error {
  abstract readonly reden: 'sleutel_hergebruikt' | 'niet_gevonden' | 'vraagt_aandacht' | 'tijdelijk_niet_beschikbaar';
}

/** The same opdracht id came before with other content, from somebody else, or for another signaal. */
export class OpdrachtBotst extends Schrijffout {
  override readonly name = 'OpdrachtBotst';
  override readonly reden = 'sleutel_hergebruikt';
}

export class StroomNietGevonden extends Schrijffout {
  override readonly name = 'StroomNietGevonden';
  override readonly reden = 'niet_gevonden';
}

/** The rules failed on this signaal; nothing is done with it until somebody has looked at it. */
export class StroomGeparkeerd extends Schrijffout {
  override readonly name = 'StroomGeparkeerd';
  override readonly reden = 'vraagt_aandacht';
}

/** Somebody else kept the row for more than two seconds. Nothing happened; asking again is safe. */
export class StroomBezet extends Schrijffout {
  override readonly name = 'StroomBezet';
  override readonly reden = 'tijdelijk_niet_beschikbaar';
}

/** The rules themselves failed: a fault in the code or in the staat, never a refusal. Leads to parking. */
export class RegelsFalen extends Error {
  override readonly name = 'RegelsFalen';
  /** The stream on which they failed. */
  readonly stroom: string;

  constructor(stroom: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.stroom = stroom;
  }
}
