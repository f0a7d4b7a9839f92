/** One method of the driver protocol: parameters in, result out. */
export type Method = (params: unknown) => Promise<object> | object;
