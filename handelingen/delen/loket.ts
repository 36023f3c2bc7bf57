import * as z from 'zod';

export const Loketid = z.uuid().meta({ description: 'Id van het loket. Zonder id gaat het naar het eerste loket.' });
