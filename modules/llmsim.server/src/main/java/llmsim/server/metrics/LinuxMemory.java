package llmsim.server.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of this process in bytes, as Linux tells it; empty elsewhere. */
record LinuxMemory(OptionalLong resident, OptionalLong virtual) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIBIBYTE = 1024;

    static LinuxMemory read() {
        try {
            return Files.isReadable(STATUS) ? of(Files.readAllLines(STATUS)) : of(List.of());
        } catch (IOException _) {
            return of(List.of());
        }
    }

    /** Of lines such as {@code VmRSS:     12345 kB}. */
    static LinuxMemory of(List<String> status) {
        return new LinuxMemory(bytes(status, "VmRSS:"), bytes(status, "VmSize:"));
    }

    private static OptionalLong bytes(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field) && line.endsWith(" kB"))
                .map(line -> line.substring(field.length(), line.length() - " kB".length())
                        .strip())
                .filter(digits -> digits.matches("\\d{1,15}"))
                .mapToLong(digits -> Long.parseLong(digits) * KIBIBYTE)
                .findFirst();
    }
}
