package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.enums.echo.Color;
import host.test.enums.echo.Echo;
import host.test.enums.echo.Many;
import host.test.enums.enums_world.EnumsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (EnumsWorld world = EnumsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        for (Color v : Color.values()) {
            assertThat(echo.one(v)).isEqualTo(v);
        }
        assertThat(Many.values()).hasSize(300);
        assertThat(echo.next(Many.C255)).isEqualTo(Many.C256);
        assertThat(echo.next(Many.C299)).isEqualTo(Many.C0);
        assertThat(echo.all(List.of(Many.values()))).containsExactly(Many.values());
    }
}
