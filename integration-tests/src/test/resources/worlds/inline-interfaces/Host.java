package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.inline.inlined.Inlined;
import host.test.inline.inlined.clock.Moment;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        Inlined.Imports imports = new Inlined.Imports(() -> new Moment(12, 34));
        try (Inlined world = Inlined.instantiate(component, imports)) {
            assertThat(world.report().time()).isEqualTo("12.34");
        }
    }
}
