package llmsim.server.http;

/** What a connection is doing; each phase has its own patience. */
enum Phase {
    /** Nothing of the next request has come. */
    IDLE,
    /** The head of a request is arriving. */
    HEAD,
    /** The body of a request is arriving. */
    BODY,
    /** The request is complete; only writes are timed. */
    ANSWERING,
    /** All is sent; what still arrives is thrown away until the client has closed too. */
    LINGERING,
    /** The body took too long; the client is told. */
    BODY_EXPIRED,
    /** A WebSocket on which nothing happens. */
    SOCKET_IDLE,
    /** A message is arriving over a WebSocket. */
    SOCKET_MESSAGE,
    /** A WebSocket's messages are being answered; only writes are timed. */
    SOCKET_ANSWERING,
    /** The close of a WebSocket was sent; its client's is awaited. */
    SOCKET_CLOSING,
    /** Given up. */
    CLOSED
}
