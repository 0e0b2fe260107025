package llmsim.server.http;

import llmsim.api.content.Bytes;

/**
 * A text that arrived over a WebSocket.
 *
 * @param room what it holds of the memory for bodies, until it is answered
 */
record SocketMessage(Bytes text, BodyMemory.Room room) {}
