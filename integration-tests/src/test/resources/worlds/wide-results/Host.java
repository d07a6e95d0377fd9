package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.wide_results.echo.Echo;
import host.test.wide_results.echo.Everything;
import host.test.wide_results.wide_results_world.WideResultsWorld;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (WideResultsWorld world = WideResultsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        Everything all = echo.all(3);
        assertThat(all.a()).isEqualTo((byte) 3);
        assertThat(all.e()).isEqualTo((byte) -3);
        assertThat(all.g()).isEqualTo(3.0);
        assertThat(all.h()).isEqualTo('d');
        assertThat(all.j()).isEqualTo("s3");
        assertThat(all.k()).containsExactly(3);
        assertThat(all.l()).contains("o3");
        assertThat(all.m()).isEqualTo(new Result.Err<>("e3"));
        assertThat(all.n()).isEqualTo(new Tuple2<>((byte) 3, 3L));
        assertThat(echo.texts(2000)).hasSize(2000).last().isEqualTo(new Tuple2<>("text 1999", 1999));
    }
}
