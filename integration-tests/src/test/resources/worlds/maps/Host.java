package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.maps.echo.Echo;
import host.test.maps.maps_world.MapsWorld;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (MapsWorld world = MapsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.counts(Map.of())).isEmpty();
        assertThat(echo.counts(Map.of("a", -1L, "", 2L))).isEqualTo(Map.of("a", -1L, "", 2L));
        var nested = Map.of((short) 1, Map.of(0x1f600, List.of("x", "y")), (short) 2, Map.<Integer, List<String>>of());
        assertThat(echo.nested(nested)).isEqualTo(nested);
        assertThat(echo.invert(Map.of("a", "1", "b", "2"))).isEqualTo(Map.of("1", "a", "2", "b"));
    }
}
