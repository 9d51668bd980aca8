/** Which way a name is read and compared. */
export type NameKind = 'person' | 'company' | 'vessel';
