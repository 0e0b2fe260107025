package llmsim.engine.gate;

import llmsim.api.problem.Problem;
import llmsim.api.problem.SchemaUse;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.schema.UnusableSchemaException;
import tools.jackson.databind.JsonNode;

/** Nobody can answer by a schema that has no value, or is too large to look through. */
record UsableSchemas(SchemaMemo schemas) implements Gate {
    @Override
    public Verdict check(Admission admission) {
        return admission.request().isEmpty()
                ? Verdict.PASS
                : check(admission.request().get().prompt());
    }

    private Verdict check(Prompt prompt) {
        for (var index = 0; index < prompt.tools().size(); index++) {
            if (prompt.tools().get(index) instanceof Tool.Function function) {
                var verdict = check(function.parameters(), new SchemaUse.ToolArguments(index, function.name()));
                if (verdict != Verdict.PASS) {
                    return verdict;
                }
            }
        }
        return prompt.format() instanceof OutputFormat.JsonSchema format
                ? check(format.schema(), new SchemaUse.AnswerFormat(format.name()))
                : Verdict.PASS;
    }

    private Verdict check(JsonNode schema, SchemaUse use) {
        try {
            schemas.read(schema);
            return Verdict.PASS;
        } catch (UnusableSchemaException unusable) {
            return Verdict.refuse(new Problem.UnusableSchema(use, unusable.where(), unusable.reason()));
        }
    }
}
