package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wasmledger.runtime.Component;
import host.test.results.echo.Echo;
import host.test.results.echo.EmptyException;
import host.test.results.echo.ErrorException;
import host.test.results.echo.PlainException;
import host.test.results.echo.Trouble;
import host.test.results.echo.TroubleException;
import host.test.results.echo.ValueException;
import host.test.results.results_world.ResultsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (ResultsWorld world = ResultsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        try {
            echo.plain(true);
            assertThat(echo.value(true)).isEqualTo(-1);
            echo.error(true);
            assertThat(echo.both(true)).containsExactly(1, 2);
            assertThat(echo.empty(new Result.Ok<>(Unit.UNIT))).isEqualTo(new Result.Ok<>(Unit.UNIT));
            assertThat(echo.empty(new Result.Err<>(Unit.UNIT))).isEqualTo(new Result.Err<>(Unit.UNIT));
        } catch (PlainException | ValueException | ErrorException | TroubleException | EmptyException unexpected) {
            throw new AssertionError(unexpected);
        }
        assertThatThrownBy(() -> echo.plain(false)).isInstanceOf(PlainException.class);
        assertThatThrownBy(() -> echo.value(false)).isInstanceOf(ValueException.class);
        assertThatThrownBy(() -> echo.error(false))
                .isInstanceOfSatisfying(ErrorException.class, e -> assertThat(e.error()).isEqualTo("no"));
        assertThatThrownBy(() -> echo.both(false))
                .isInstanceOfSatisfying(
                        TroubleException.class,
                        e -> assertThat(e.error()).isEqualTo(new Trouble.Other("broken")));
        List<Result<String, Trouble>> all =
                List.of(new Result.Ok<>("fine"), new Result.Err<>(new Trouble.NoneLeft()), new Result.Ok<>(""));
        assertThat(echo.all(all)).isEqualTo(all);
    }
}
