package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LinuxMemoryTest {
    @Test
    void readsWhatLinuxTells() {
        var memory = LinuxMemory.of(List.of("Name:\tjava", "VmSize:\t 8000000 kB", "VmRSS:\t   1024 kB"));

        assertThat(memory).isEqualTo(new LinuxMemory(OptionalLong.of(1024 * 1024), OptionalLong.of(8_000_000L * 1024)));
    }

    @Test
    void isEmptyWhereNothingIsTold() {
        var nothing = new LinuxMemory(OptionalLong.empty(), OptionalLong.empty());

        assertThat(LinuxMemory.of(List.of())).isEqualTo(nothing);
        assertThat(LinuxMemory.of(List.of("VmRSS: many kB", "VmSize: 12 MB", "VmRSS:")))
                .isEqualTo(nothing);
    }
}
