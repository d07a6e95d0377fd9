package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.many_parameters.echo.Echo;
import host.test.many_parameters.many_parameters_world.ManyParametersWorld;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (ManyParametersWorld world = ManyParametersWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.sum((byte) 0, 1, (byte) 2, 3, (byte) 4, 5, (byte) 6, 7, (byte) 8, 9, (byte) 10, 11, (byte) 12, 13, (byte) 14, 15, (byte) 16, 17, (byte) 18, 19))
                .isEqualTo(190);
        assertThat(echo.mixed(
                        "a", List.of("b", "c"), Optional.of("d"), 5, new byte[6], new Tuple2<>((byte) 7, 8L), "g", "h"))
                .isEqualTo("a[b, c]d5678gh");
        assertThat(echo.sixteen(9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 4)).isEqualTo(5);
    }
}
