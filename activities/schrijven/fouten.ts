/** The same opdracht id came before with other content, from somebody else, or for another signaal. */
export class OpdrachtBotst extends Error {
  override readonly name = 'OpdrachtBotst';
}

export class StroomNietGevonden extends Error {
  override readonly name = 'StroomNietGevonden';
}

/** The rules failed on this signaal; nothing is done with it until somebody has looked at it. */
export class StroomGeparkeerd extends Error {
  override readonly name = 'StroomGeparkeerd';
}

/** Somebody else kept the row for more than two seconds. Nothing happened; asking again is safe. */
export class StroomBezet extends Error {
  override readonly name = 'StroomBezet';
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
