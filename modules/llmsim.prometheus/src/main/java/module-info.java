/**
 * The model of metrics and the two writers of text of Prometheus' Java library (Apache licence 2.0, The Prometheus
 * Authors) under a package of llmsim's own; its registry, its counters and protobuf are left out.
 *
 * <p>The original jars are no real modules, so jlink refuses them, and an application that uses them itself would get a
 * split package. Everything but this file is Prometheus'; its licence is {@code META-INF/LICENSE-prometheus}, its notice
 * {@code META-INF/NOTICE-prometheus}.
 */
@SuppressWarnings("module") // llmsim.server is compiled after this module
module llmsim.prometheus {
    exports llmsim.prometheus.config to
            llmsim.server;
    exports llmsim.prometheus.expositionformats to
            llmsim.server;
    exports llmsim.prometheus.model.snapshots to
            llmsim.server;
}
