import type { RequestHandler } from 'express';
import type * as z from 'zod';

import type { Zinzoeker } from '#contract/invoerfout.ts';
import type { Aangemelde } from '#db/queries/gebruikers.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';

import type { Diensten, Voorzieningen } from './diensten.ts';

/** All that is known of an operation. The router, the checks and the OpenAPI document read nothing else. */
export interface Contract {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As in OpenAPI: `/signalen/{signaal}`. */
  path: string;
  operatie: string;
  onderwerp: string;
  samenvatting: string;
  omschrijving?: string;
  /** Who may ask at all; what may be seen or done with one signaal is decided further on. */
  rollen: readonly Rol[];
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** Optional when it accepts undefined. */
  body?: z.ZodType;
  /** The body is a file of text/csv, as bytes. */
  csv?: true;
  /** The body is a file of one of these types, as bytes; `eerst` says whether it may be sent at all, before any of it is read. */
  stuurt?: {
    mediatypen: readonly string[];
    hoogstensBytes: number;
    eerst: (vraag: {
      params: unknown;
      gebruiker: Aangemelde;
      diensten: Diensten;
      versies: Call<Contract>['versies'];
    }) => Promise<unknown>;
  };
  /** Knows the sentences for the fields of its body; without it those of `meldingen.ts` do. */
  zoek?: Zinzoeker;
  reply: z.ZodType;
  /** A POST that only asks: it writes nothing, needs no Idempotency-Key, and answers 200. */
  vraagt?: true;
  /** `opdracht`: its opdracht keeps the Idempotency-Key, in its own transaction. Of any other POST that writes it is kept here. */
  sleutel?: 'opdracht';
  /** What it answers has a version of its own, which is in the ETag. Of a signaal that is always so. */
  heeftVersie?: true;
  /** The answer is a file of one of these types. */
  mediatypen?: readonly string[];
}

type Uitvoer<S> = S extends z.ZodType ? z.output<S> : undefined;

/** A checked request. */
export interface Call<C extends Contract> {
  params: Uitvoer<C['params']>;
  query: Uitvoer<C['query']>;
  body: Uitvoer<C['body']>;
  gebruiker: Aangemelde;
  diensten: Diensten;
  /** The id of the opdracht: made from the person and the Idempotency-Key. Empty for GET. */
  opdracht: string;
  /** The Idempotency-Key itself, which is kept nowhere. Empty for GET. */
  sleutel: string;
  /** From If-Match: the versions that will do; undefined when any will. */
  versies: readonly number[] | undefined;
}

export interface Reply<T> {
  body: T;
  headers?: Readonly<Record<string, string>>;
  /** Of what is shown; it is in the ETag. */
  versie?: number;
}

/** An operation, ready to be mounted and described. */
export interface Route {
  contract: Contract;
  handler: (voorzieningen: Voorzieningen) => RequestHandler;
  /** What it would lead to: the same request, that writes nothing. */
  vooraf?: Route;
}
