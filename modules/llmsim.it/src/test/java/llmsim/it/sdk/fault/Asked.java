package llmsim.it.sdk.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One way to ask.
 *
 * @param model its name tells these requests from all others in the statistics
 * @param fault what is to happen
 * @param tool whether a tool is to be called
 * @param patience the client's time-out
 * @param retries how often the client tries again, if not as usual
 */
record Asked(String model, Optional<String> fault, boolean tool, Duration patience, Optional<Integer> retries) {
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        fault.ifPresent(name -> headers.put("X-LLMSim-Fault", name));
        if (tool) {
            headers.put("X-LLMSim-Generator", "lorem");
        }
        return headers;
    }
}
