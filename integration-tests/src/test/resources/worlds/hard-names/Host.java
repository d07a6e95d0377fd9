package host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wasmledger.runtime.Component;
import host.test.hard_names.instance.Instance;
import host.test.hard_names.members.Bits;
import host.test.hard_names.members.List;
import host.test.hard_names.members.Members;
import host.test.hard_names.members.Numbers;
import host.test.hard_names.members.NumbersList;
import host.test.hard_names.members.String_;
import host.test.hard_names.members.Thing;
import host.test.hard_names.members.Value;
import host.test.hard_names.members.ValueException;
import java.util.Optional;
import java.util.function.Consumer;

public final class Host implements Consumer<Component> {

    private static final Numbers ONE = new Numbers(-1, Long.MIN_VALUE, true, (byte) 200, 0x10FFFF);
    private static final Numbers OTHER = new Numbers(2, 3, false, (byte) 4, 'x');

    @Override
    public void accept(Component component) {
        var imports = new Instance.Imports(String::length, memory -> memory + 1);
        try (var instance = Instance.instantiate(component, imports)) {
            assertThat(instance.log().close(-1)).isEqualTo("closed " + "host 4294967295".length());
            assertThat(instance.instantiate_(20)).isEqualTo(42);
            members(instance.members());
        }
    }

    private static void members(Members members) {
        NumbersList both = NumbersList.of(ONE, OTHER);
        var texts = new String_("s", java.util.List.of("a", "b"));

        assertThat(wait(members, texts, both, new Value.Value_(7))).isEqualTo(new String_("m7", texts.list()));
        for (Value refused : new Value[] {new Value.String(texts), new Value.None()}) {
            ValueException thrown = catchThrowableOfType(
                    ValueException.class, () -> members.wait_("m", texts, both, refused));
            assertThat(thrown.error()).isEqualTo(refused instanceof Value.None ? new Value.Value_(2) : refused);
        }
        for (List one : List.values()) {
            assertThat(members.notifyAll_(ONE, Bits.NONE_.with(Bits.BITS), one))
                    .isEqualTo(new Tuple3<>(ONE, new Bits(0b111), one));
        }
        assertThat(members.hashCode_(both)).containsExactly(OTHER, ONE);
        assertThat(members.membersAbi(Optional.empty())).isEmpty();
        assertThat(members.membersAbi(Optional.of(OTHER))).contains(new Numbers(3, 3, true, (byte) 4, 'x'));

        try (Thing thing = members.newThing(5)) {
            assertThat(thing.close_()).isEqualTo(5);
            assertThat(thing.getClass_("number ")).isEqualTo("number 5");
            assertThat(members.thingToString(thing, NumbersList.of(OTHER))).isEqualTo("thing 5 of 3");
        }
    }

    private static String_ wait(Members members, String_ texts, NumbersList numbers, Value ret) {
        try {
            return members.wait_("m", texts, numbers, ret);
        } catch (ValueException unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
