/**
 * Does `werk` for one after another, so that what fails for one holds up nobody else. Returns the sum of what it says: a number, or yes for one. Throws AggregateError
 * once all have had their turn.
 */
export async function voorIeder<T>(alle: readonly T[], werk: (een: T) => Promise<number | boolean>): Promise<number> {
  const fouten: unknown[] = [];
  let gedaan = 0;
  for (const een of alle)
    await werk(een).then(
      (is) => (gedaan += Number(is)),
      (fout: unknown) => fouten.push(fout),
    );
  if (fouten.length > 0) throw new AggregateError(fouten, `It failed for ${fouten.length} of ${alle.length}`);
  return gedaan;
}
