package llmsim.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {
    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "429, RATE_LIMIT",
        "500, SERVER_ERROR",
        "504, TIMEOUT",
        "529, OVERLOADED",
        "418, INVALID_REQUEST",
        "502, SERVER_ERROR",
    })
    void aStatusHasAFamily(int status, Category family) {
        assertThat(Category.ofStatus(status)).isEqualTo(family);
        assertThat(new Problem.WithStatus(status, "", "").category()).isEqualTo(family);
    }
}
