declare const brand: unique symbol;

/** A string or number that has passed a check named `Name`; plain values do not fit without passing it. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
