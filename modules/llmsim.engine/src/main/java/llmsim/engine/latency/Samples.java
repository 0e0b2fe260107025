package llmsim.engine.latency;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Measured values, of which each draw takes one, all equally likely. */
public final class Samples implements Distribution {
    /** Most values that are kept. */
    public static final int MOST = 1_000_000;

    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    /** These values, 1 to a million, each 0 to one day in ms. */
    public static Samples of(List<Double> values) {
        if (values.isEmpty() || values.size() > MOST) {
            throw new IllegalArgumentException("samples must be 1 to " + MOST + " values, not " + values.size());
        }
        var all = values.stream().mapToDouble(Double::doubleValue).toArray();
        for (var value : all) {
            Distribution.check("sample", value);
        }
        return new Samples(all);
    }

    @Override
    public double draw(RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.equals(values, samples.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Samples[" + values.length + "]";
    }
}
