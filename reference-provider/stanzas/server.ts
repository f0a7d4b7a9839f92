/** The server's own address: a bare server name (interop fact 43, wire section 2). */
export const server = "s.whatsapp.net";
