package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.tuples.echo.Echo;
import host.test.tuples.tuples_world.TuplesWorld;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (TuplesWorld world = TuplesWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.one(new Tuple1<>("a"))).isEqualTo(new Tuple1<>("a"));
        var three = new Tuple3<>((byte) 1, new Tuple2<>(2.5, "c"), true);
        assertThat(echo.three(three)).isEqualTo(three);
        assertThat(echo.swap(new Tuple2<>(7, "seven"))).isEqualTo(new Tuple2<>("seven", 7));
        byte b = 1;
        assertThat(echo.nine(new Tuple9<>(b, b, b, b, b, b, b, b, (byte) -9))).isEqualTo((byte) -9);
    }
}
