package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.same_methods.both_sides.BothSides;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (BothSides world = BothSides.instantiate(component)) {
            assertThat(world.left().name()).isEqualTo("left");
            assertThat(world.right().name()).isEqualTo(2);
            assertThat(world.name()).isTrue();
        }
    }
}
