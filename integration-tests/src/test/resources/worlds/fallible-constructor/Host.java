package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.fallible_constructor.parser.Parser;
import host.test.fallible_constructor.parser.sums.SumException;
import host.test.fallible_constructor.parsing.NewNumberException;
import host.test.fallible_constructor.parsing.Number;
import host.test.fallible_constructor.parsing.Parsing;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        Parsing parsing = text -> {
            if (!text.matches("-?[0-9]+")) {
                throw new NewNumberException("no number");
            }
            return new Parsed(Long.parseLong(text));
        };
        try (Parser world = Parser.instantiate(component, new Parser.Imports(parsing))) {
            assertThat(world.sums().sum(List.of("1", "-5", "46"))).isEqualTo(42);
            assertThatThrownBy(() -> world.sums().sum(List.of("1", "x")))
                    .isInstanceOfSatisfying(
                            SumException.class, e -> assertThat(e.error()).isEqualTo("no number: x"));
        } catch (SumException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private record Parsed(long value) implements Number {

        @Override
        public void close() {}
    }
}
