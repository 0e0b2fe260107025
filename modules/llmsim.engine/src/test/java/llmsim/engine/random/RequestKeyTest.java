package llmsim.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.SimRequest;
import org.junit.jupiter.api.Test;

class RequestKeyTest {
    @Test
    void equalRequestsHaveEqualKeys() {
        assertThat(RequestKey.of(SimRequest.of("gpt-4o", "Say this is a test")))
                .isEqualTo(RequestKey.of(Requests.PLAIN));
    }

    @Test
    void whateverAModelSeesChangesTheContentKey() {
        var prompts = new ArrayList<>(Requests.otherPrompts());
        prompts.add(Requests.PLAIN.prompt());

        assertThat(prompts.stream()
                        .map(prompt -> RequestKey.of(SimRequest.of(prompt)).content()))
                .doesNotHaveDuplicates();
    }

    @Test
    void theWayOfDeliveryChangesTheRequestKeyAlone() {
        var keys = new ArrayList<RequestKey>();
        keys.add(RequestKey.of(Requests.PLAIN));
        Requests.otherDeliveries().forEach(request -> keys.add(RequestKey.of(request)));

        assertThat(keys.stream().map(RequestKey::content).distinct()).hasSize(1);
        assertThat(keys.stream().map(RequestKey::request)).doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfMetadataDoesNotMatter() {
        assertThat(keyWith(Map.of("a", "1", "b", "2", "c", "3")))
                .isEqualTo(keyWith(Map.of("c", "3", "b", "2", "a", "1")));
    }

    @Test
    void neighbouringTextsDoNotRunTogether() {
        assertThat(new Digest().add("ab").add("c").value())
                .isNotEqualTo(new Digest().add("a").add("bc").value());
        assertThat(new Digest()
                        .add(List.of("a"), Digest::add)
                        .add(List.of("b"), Digest::add)
                        .value())
                .isNotEqualTo(new Digest()
                        .add(List.of("a", "b"), Digest::add)
                        .add(List.<String>of(), Digest::add)
                        .value());
    }

    private static RequestKey keyWith(Map<String, String> metadata) {
        var plain = Requests.PLAIN;
        return RequestKey.of(new SimRequest(
                plain.prompt(),
                plain.limits(),
                1,
                plain.topLogprobs(),
                false,
                new Attribution(Optional.empty(), metadata)));
    }
}
