/** How a person types the command line after cloning: the short name alone exists on no fresh machine. */
export const typedCommand = "npx -y pnpm@12 mehrwert";

/** The same where another program reads what is printed: pnpm then adds no lines of its own. */
export const quietCommand = "npx -y pnpm@12 --silent mehrwert";
