package llmsim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusableSchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "[] | - | a schema is an object or a boolean",
                "3 | - | a schema is an object or a boolean",
                "false | - | no JSON type is allowed",
                "{'properties':{'a':3}} | properties.a | a schema is an object or a boolean",
                "{'type':'strnig'} | type | 'type' must name a JSON type",
                "{'type':[]} | type | 'type' must not be empty",
                "{'type':3} | type | 'type' must be a string",
                "{'type':'object','properties':[]} | properties | 'properties' must be an object",
                "{'type':'object','required':[1]} | required | 'required' must be an array of strings",
                "{'type':'object','required':'a'} | required | 'required' must be an array",
                "{'enum':[]} | enum | 'enum' must not be empty",
                "{'anyOf':[]} | anyOf | 'anyOf' must not be empty",
                "{'anyOf':[true,1]} | anyOf[1] | a schema is an object or a boolean",
                "{'minLength':-1} | minLength | 'minLength' must be 0 or more",
                "{'minLength':'many'} | minLength | 'minLength' must be a number",
                "{'minimum':'1e99999'} | minimum | 'minimum' has too many digits",
                "{'multipleOf':0} | multipleOf | 'multipleOf' must be above 0",
                "{'minimum':1e500} | - | a number of it has more than 400 digits",
                "{'const':1e-500} | - | a number of it has more than 400 digits",
                "{'type':'string','minLength':5,'maxLength':3} | - | 'minLength' is greater than 'maxLength'",
                "{'type':'number','minimum':5,'maximum':3} | - | 'minimum' is greater than 'maximum'",
                "{'type':'integer','exclusiveMinimum':5,'exclusiveMaximum':6} | - | no number is between its bounds",
                "{'type':'number','exclusiveMinimum':5,'maximum':5} | - | no number is between its bounds",
                "{'type':'array','minItems':5,'maxItems':3} | - | 'minItems' is greater than 'maxItems'",
                "{'type':'array','items':false,'minItems':1} | items | no JSON type is allowed",
                "{'type':'array','minItems':1,'items':{'type':'string','minLength':2,'maxLength':1}} | items | 'minLength' is greater than 'maxLength'",
                "{'type':'object','required':['a','b'],'maxProperties':1} | - | 'maxProperties' is less than what is required",
                "{'type':'object','minProperties':1,'additionalProperties':false} | - | 'minProperties' asks for more properties than there can be",
                "{'type':'object','required':['a'],'additionalProperties':false} | additionalProperties | no JSON type is allowed",
                "{'type':'object','required':['abc'],'propertyNames':{'maxLength':2}} | - | 'propertyNames' does not allow it",
                "{'type':'string','enum':[1,2]} | - | no member of 'enum' or 'const' fits what else is asked for",
                "{'const':1,'enum':[2]} | - | no member of 'enum' or 'const' fits what else is asked for",
                "{'allOf':[{'type':'string'},{'type':'integer'}]} | - | no JSON type is allowed",
                "{'type':'object','properties':{'x':{'allOf':[{'minimum':5,'type':'integer'},{'maximum':3}]}},'required':['x']} | properties.x | 'minimum' is greater than 'maximum'",
                "{'anyOf':[false,{'type':'array','items':false,'minItems':2}]} | anyOf[0] | no JSON type is allowed",
                "{'not':{}} | - | no value that fits was found",
                "{'type':'array','items':{'type':'boolean'},'uniqueItems':true,'minItems':3} | - | no value that fits was found",
                "{'type':'string','pattern':'^a$','minLength':2} | - | no text was found that fits its pattern, format and length",
                "{'type':'string','pattern':'(a'} | pattern | 'pattern' is a regular expression that cannot be used, ')' is missing",
                "{'type':'string','pattern':'(a)\\\\1'} | pattern | 'pattern' is a regular expression that cannot be used, \\1 is not supported",
                "{'type':'string','format':'ipv6','pattern':'^[a-z]+$'} | - | no text was found that fits its pattern, format and length",
                "{'$ref':'#/$defs/none'} | $ref | '$ref' points to nothing in the schema, '#/$defs/none'",
                "{'$ref':'https://example.com/other'} | $ref | '$ref' points to nothing in the schema, 'https://example.com/other'",
                "{'$ref':'#'} | - | it refers to itself without a way out",
                "{'anyOf':[{'$ref':'#'},{'type':'string'}]} | - | it refers to itself without a way out",
                "{'type':'object','properties':{'a':{'$ref':'#'}},'required':['a']} | properties.a | it refers to itself without a way out"
            })
    void saysWhereAndWhy(String schema, String where, String reason) {
        assertThatExceptionOfType(UnusableSchemaException.class)
                .isThrownBy(() -> Schema.read(Json.quoted(schema)))
                .satisfies(unusable -> assertThat(unusable.reason()).isEqualTo(reason))
                .satisfies(unusable -> assertThat(unusable.where().bracketed()).isEqualTo(where == null ? "" : where));
    }
}
