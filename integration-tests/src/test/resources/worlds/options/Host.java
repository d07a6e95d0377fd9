package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.options.echo.Echo;
import host.test.options.options_world.OptionsWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (OptionsWorld world = OptionsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.number(Optional.empty())).isEmpty();
        assertThat(echo.number(Optional.of(-1))).contains(-1);
        List<Optional<Optional<Optional<String>>>> deep = List.of(
                Optional.empty(),
                Optional.of(Optional.empty()),
                Optional.of(Optional.of(Optional.empty())),
                Optional.of(Optional.of(Optional.of("deep"))));
        deep.forEach(v -> assertThat(echo.deep(v)).isEqualTo(v));
        assertThat(echo.all(List.of(Optional.of((byte) 9), Optional.empty())))
                .containsExactly(Optional.of((byte) 9), Optional.empty());
        assertThat(echo.first(Optional.of(List.of("a", "b")))).contains("a");
        assertThat(echo.first(Optional.of(List.of()))).isEmpty();
    }
}
