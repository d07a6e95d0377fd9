package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.nested_lists.echo.Echo;
import host.test.nested_lists.nested_lists_world.NestedListsWorld;
import java.util.List;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (NestedListsWorld world = NestedListsWorld.instantiate(component)) {
            check(world.echo());
        }
    }

    private static void check(Echo echo) {
        assertThat(echo.texts(List.of())).isEmpty();
        assertThat(echo.texts(List.of("", "b", "\ud83d\ude00"))).containsExactly("", "b", "\ud83d\ude00");
        assertThat(echo.nested(List.of(List.of(), List.of(new short[] {1, -1}, new short[0])))
                        .get(1)
                        .get(0))
                .containsExactly(1, -1);
        assertThat(echo.switches(new boolean[] {true, false})).containsExactly(true, false);
        assertThat(echo.turn(List.of(List.of("a", "b"), List.of(), List.of("c"))))
                .containsExactly(List.of("c"), List.of(), List.of("a", "b"));
    }
}
