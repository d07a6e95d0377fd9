package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.flag_sets.echo.Echo;
import host.test.flag_sets.echo.Flags1;
import host.test.flag_sets.echo.Flags16;
import host.test.flag_sets.echo.Flags17;
import host.test.flag_sets.echo.Flags32;
import host.test.flag_sets.echo.Flags8;
import host.test.flag_sets.echo.Flags9;
import host.test.flag_sets.flag_sets_world.FlagSetsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (FlagSetsWorld world = FlagSetsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.echo1(Flags1.NONE)).isEqualTo(Flags1.NONE);
        assertThat(echo.echo1(Flags1.F0.with(Flags1.F0))).isEqualTo(Flags1.F0.with(Flags1.F0));
        assertThat(echo.echo8(Flags8.NONE)).isEqualTo(Flags8.NONE);
        assertThat(echo.echo8(Flags8.F7.with(Flags8.F0))).isEqualTo(Flags8.F7.with(Flags8.F0));
        assertThat(echo.echo9(Flags9.NONE)).isEqualTo(Flags9.NONE);
        assertThat(echo.echo9(Flags9.F8.with(Flags9.F0))).isEqualTo(Flags9.F8.with(Flags9.F0));
        assertThat(echo.echo16(Flags16.NONE)).isEqualTo(Flags16.NONE);
        assertThat(echo.echo16(Flags16.F15.with(Flags16.F0))).isEqualTo(Flags16.F15.with(Flags16.F0));
        assertThat(echo.echo17(Flags17.NONE)).isEqualTo(Flags17.NONE);
        assertThat(echo.echo17(Flags17.F16.with(Flags17.F0))).isEqualTo(Flags17.F16.with(Flags17.F0));
        assertThat(echo.echo32(Flags32.NONE)).isEqualTo(Flags32.NONE);
        assertThat(echo.echo32(Flags32.F31.with(Flags32.F0))).isEqualTo(Flags32.F31.with(Flags32.F0));
        assertThat(echo.all(List.of(Flags9.F8, Flags9.NONE))).containsExactly(Flags9.F8, Flags9.NONE);
    }
}
