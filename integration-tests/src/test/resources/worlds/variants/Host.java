package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.variants.echo.Echo;
import host.test.variants.echo.Joined;
import host.test.variants.variants_world.VariantsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (VariantsWorld world = VariantsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        List<Joined> values = List.of(
                new Joined.Nothing(),
                new Joined.Byte((byte) -1),
                new Joined.Single(-0f),
                new Joined.Double(Double.MIN_VALUE),
                new Joined.Wide(Long.MIN_VALUE),
                new Joined.Text("\u20ac"),
                new Joined.Pair(new Tuple2<>(-1, Float.MAX_VALUE)));
        values.forEach(v -> assertThat(echo.one(v)).isEqualTo(v));
        assertThat(echo.all(values)).isEqualTo(values);
        assertThat(values.stream().map(echo::name))
                .containsExactly("nothing", "byte -1", "single", "double", "wide " + Long.MIN_VALUE, "text \u20ac", "pair -1");
        assertThat(echo.name(new Joined.Bytes(new byte[3]))).isEqualTo("bytes 3");
    }
}
