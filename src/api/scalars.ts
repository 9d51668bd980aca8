/** Scalars: values are read here, so that a resolver never sees a bad one. */
import { GraphQLScalarType } from 'graphql';
import { parseCountry } from '../model/country.js';
import { type Day, formatDay, type PartialDate, parsePartialDate } from '../model/day.js';
import { DetourError } from '../model/errors.js';
import { formatShare, parseShare, type Share } from '../model/share.js';

/** A date as answers hold it: as stated, or a plain day. */
export type ShownDate = PartialDate | Day;

export const scalars = {
  Date: scalar<PartialDate>('Date', readDate, (value) => {
    return typeof value === 'number' ? formatDay(value) : (value as PartialDate).text;
  }),
  DateTime: scalar<number>('DateTime', readMoment, (value) => new Date(value as number).toISOString()),
  CountryCode: scalar<string>('CountryCode', readCountry, String),
  EccnCode: scalar<string>('EccnCode', readEccn, String),
  HsCode: scalar<string>('HsCode', readHs, String),
  Share: scalar<string>('Share', readShare, (value) => formatShare(value as Share)),
  Tpp: scalar<number>('Tpp', readTpp, Number),
  BigInt: scalar<number>('BigInt', readWhole, (value) => {
    return Number.isSafeInteger(value) ? Number(value) : BigInt(Math.round(value as number)).toString();
  }),
};

function scalar<In>(name: string, read: (text: string) => In, show: (value: unknown) => string | number) {
  return new GraphQLScalarType<In, string | number>({
    name,
    parseValue(value) {
      if (typeof value === 'string' || typeof value === 'number') return read(String(value).trim());
      throw wrong(JSON.stringify(value), 'write it as text');
    },
    serialize: show,
  });
}

function readDate(text: string): PartialDate {
  return parsePartialDate(text);
}

function readMoment(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw wrong(text, 'write a moment as 2026-11-22T09:30:00Z');
  return moment;
}

function readCountry(text: string): string {
  const code = parseCountry(text);
  if (code === undefined) throw wrong(text, 'is no country: write an ISO 3166-1 code or an English name');
  return code;
}

function readEccn(text: string): string {
  if (/^ear99$/i.test(text)) return 'EAR99';
  if (!/^\d[a-e]\d{3}(\.[a-z0-9]+)*$/i.test(text)) throw wrong(text, 'is no ECCN: write it as 3A090.a, or EAR99');
  return text.slice(0, 5).toUpperCase() + text.slice(5).toLowerCase();
}

function readHs(text: string): string {
  if (!/^\d{4}(\.?\d{2}){0,3}$/.test(text)) throw wrong(text, 'is no heading: write it as 8473.30 or 847330');
  return text;
}

function readShare(text: string): string {
  return formatShare(parseShare(text === '' ? 'blank' : text));
}

function readTpp(text: string): number {
  const tpp = Number(text);
  if (text === '' || !Number.isFinite(tpp) || tpp < 0) throw wrong(text, 'is no TPP: write a number from 0');
  return tpp;
}

function readWhole(text: string): number {
  if (!/^-?\d+$/.test(text)) throw wrong(text, 'is no whole number');
  return Number(text);
}

function wrong(value: string, why: string): DetourError {
  return new DetourError('BAD_USER_INPUT', `\`${value}\` ${why}`);
}
