package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import llmsim.engine.gate.SlotLoad;
import llmsim.engine.stats.Origin;
import llmsim.server.metrics.Happenings.Request;
import org.junit.jupiter.api.Test;

/** Requirement OM14 of specs/observability.md. */
class VllmModelsTest {
    @Test
    void whoWaitsDoesNotRun() {
        var active = List.of(active("Qwen"), active("Qwen"), active("Qwen"), active("free"));
        var tallies = Happenings.totals(active).by(Origin::model);

        var models = VllmModels.of(tallies, Map.of("qwen", new SlotLoad(2, 1, 2), "gone", new SlotLoad(1, 1, 1)));

        assertThat(models.running()).isEqualTo(Map.of("Qwen", 1.0, "free", 1.0));
        assertThat(models.waiting()).isEqualTo(Map.of("Qwen", 2.0, "free", 0.0));
        assertThat(models.slotsInUse()).isEqualTo(Map.of("Qwen", 0.5));
    }

    @Test
    void slotsThatTwoNamesShareAreToldOnce() {
        var tallies = Happenings.totals(List.of(active("A"), active("a"))).by(Origin::model);

        var models = VllmModels.of(tallies, Map.of("a", new SlotLoad(1, 1, 1)));

        assertThat(models.waiting()).isEqualTo(Map.of("A", 1.0, "a", 0.0));
        assertThat(models.slotsInUse()).isEqualTo(Map.of("A", 1.0));
    }

    private static Request active(String model) {
        return new Request("openai", "completions", model, "", 0, 5, 0, 0);
    }
}
