package llmsim.openai.models.wire;

import java.util.List;

/** All models. */
public record ListModelsResponse(String object, List<Model> data) {
    /** These models. */
    public static ListModelsResponse of(List<Model> data) {
        return new ListModelsResponse("list", data);
    }
}
