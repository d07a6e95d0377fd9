package host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wasmledger.runtime.Component;
import host.test.package_.default_.Default;
import host.test.package_.interface_.Enum_;
import host.test.package_.interface_.Interface;
import host.test.package_.interface_.Record_;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    @Override
    public void accept(Component component) {
        try (Default world = Default.instantiate(component)) {
            Interface all = world.interface_();
            assertThat(all.both(new Record_((byte) 1, true), Enum_.NULL))
                    .isEqualTo(new Tuple2<>(new Record_((byte) 1, false), Enum_.NULL));
            assertThat(all.switch_((byte) 3, "p", true)).isEqualTo("p3true");
            assertThat(all.toString_()).isEqualTo("text");
            assertThat(all.hashCode_(5)).isEqualTo(-5);
        }
    }
}
