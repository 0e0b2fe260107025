/** A plugin by somebody else: it knows llmsim.api and nothing more. */
module com.example.tiny {
    requires llmsim.api;

    provides llmsim.api.spi.LatencyProfile with
            com.example.tiny.Metronome;
    provides llmsim.api.spi.ProviderAdapter with
            com.example.tiny.TinyAdapter;
    provides llmsim.api.spi.ResponseGenerator with
            com.example.tiny.Moody,
            com.example.tiny.Shout;
}
