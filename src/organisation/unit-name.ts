const NAME = /^[\p{L}\p{N}][\p{L}\p{N} .,&()/'+-]{0,63}$/u

/** Whether something may be the name of a unit: in one line, and no sentence. */
export const isUnitName = (name: string): boolean => NAME.test(name) && name.split(' ').length <= 8
