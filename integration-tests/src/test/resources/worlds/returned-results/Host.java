package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.returned_results.results_world.ResultsWorld;
import host.test.returned_results.tasks.Tasks;
import host.test.returned_results.tasks.Trouble;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (ResultsWorld world = ResultsWorld.instantiate(component, new ResultsWorld.Imports(new Plain()))) {
            check(world.tasks());
        }
    }

    private static void check(Tasks tasks) {
        assertThat(tasks.divide(7, 2)).isEqualTo(new Result.Ok<Integer, String>(3));
        assertThat(tasks.divide(-1, 1)).isEqualTo(new Result.Ok<>(-1));
        assertThat(tasks.divide(1, 0)).isEqualTo(new Result.Err<>("1 by zero"));
        assertThat(tasks.check(true)).isEqualTo(new Result.Ok<>(Unit.UNIT));
        assertThat(tasks.check(false)).isEqualTo(new Result.Err<>(Unit.UNIT));
        assertThat(tasks.start("ok")).isEqualTo(new Result.Ok<>(Unit.UNIT));
        assertThat(tasks.start("")).isEqualTo(new Result.Err<>(new Trouble.Busy()));
        assertThat(tasks.start("x")).isEqualTo(new Result.Err<>(new Trouble.Broken("x!")));
        assertThat(tasks.names(2)).isEqualTo(new Result.Ok<>(List.of("n", "n")));
        assertThat(tasks.names(0)).isEqualTo(new Result.Err<>(Unit.UNIT));
    }

    private static final class Plain implements Tasks {

        @Override
        public Result<Integer, String> divide(int a, int b) {
            return b == 0 ? new Result.Err<>(a + " by zero") : new Result.Ok<>(Integer.divideUnsigned(a, b));
        }

        @Override
        public Result<Unit, Unit> check(boolean ok) {
            return ok ? new Result.Ok<>(Unit.UNIT) : new Result.Err<>(Unit.UNIT);
        }

        @Override
        public Result<Unit, Trouble> start(String name) {
            return switch (name) {
                case "ok" -> new Result.Ok<>(Unit.UNIT);
                case "" -> new Result.Err<>(new Trouble.Busy());
                default -> new Result.Err<>(new Trouble.Broken(name));
            };
        }

        @Override
        public Result<List<String>, Unit> names(int count) {
            return count == 0 ? new Result.Err<>(Unit.UNIT) : new Result.Ok<>(Collections.nCopies(count, "n"));
        }
    }
}
