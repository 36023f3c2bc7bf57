import { PROVINCIES, REGIOS, type Provinciecode, type Regiocode } from '../beleid/regios.ts';
import { type Kaart, maakKaart } from './kaart.ts';

/** Which provinces touch, over water with a dyke or a bridge as well. */
const PROVINCIEGRENZEN: readonly (readonly [Provinciecode, Provinciecode])[] = [
  ['PV20', 'PV21'],
  ['PV20', 'PV22'],
  ['PV21', 'PV22'],
  ['PV21', 'PV23'],
  ['PV21', 'PV24'],
  ['PV21', 'PV27'],
  ['PV22', 'PV23'],
  ['PV23', 'PV24'],
  ['PV23', 'PV25'],
  ['PV24', 'PV25'],
  ['PV24', 'PV26'],
  ['PV24', 'PV27'],
  ['PV25', 'PV26'],
  ['PV25', 'PV28'],
  ['PV25', 'PV30'],
  ['PV25', 'PV31'],
  ['PV26', 'PV27'],
  ['PV26', 'PV28'],
  ['PV27', 'PV28'],
  ['PV28', 'PV29'],
  ['PV28', 'PV30'],
  ['PV29', 'PV30'],
  ['PV30', 'PV31'],
];

/** The areas of the map, by number: the five regions, and the place of what belongs to none yet, which touches nothing. */
export const REGIOGEBIEDEN: readonly Regiocode[] = REGIOS.map(({ code }) => code);

/** Regions touch where a province of one touches a province of the other. */
export const REGIOKAART: Kaart = maakKaart(
  REGIOGEBIEDEN.length,
  PROVINCIEGRENZEN.map(([een, ander]) => [gebiedVan(een), gebiedVan(ander)] as const).filter(
    ([een, ander]) => een !== ander,
  ),
);

function gebiedVan(provincie: Provinciecode): number {
  const regio = PROVINCIES.find(({ code }) => code === provincie)?.regio;
  return REGIOGEBIEDEN.findIndex((code) => code === regio);
}
