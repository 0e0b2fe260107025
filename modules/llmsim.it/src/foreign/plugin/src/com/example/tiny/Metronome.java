package com.example.tiny;

import llmsim.api.settings.Settings;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/** A token every so many milliseconds: {@code every_ms}, 1 unless it is set. */
public record Metronome(long everyNanos) implements LatencyProfile {
    public Metronome() {
        this(1_000_000);
    }

    @Override
    public String name() {
        return "metronome";
    }

    @Override
    public LatencyProfile configured(Settings settings) {
        var millis = settings.only("every_ms").integer("every_ms").orElse(1);
        if (millis < 0 || millis > 60_000) {
            throw settings.invalid("every_ms", "from 0 to 60000");
        }
        return new Metronome(millis * 1_000_000);
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pacing() {
            @Override
            public long timeToFirstToken() {
                return everyNanos;
            }

            @Override
            public long nextGap() {
                return everyNanos;
            }
        };
    }
}
