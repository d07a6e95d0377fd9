package guest;

import guest.test.hard_names.instance.InstanceExports;
import guest.test.hard_names.instance.InstanceImports;
import guest.test.hard_names.instance.log_.Log;
import guest.test.hard_names.members.Bits;
import guest.test.hard_names.members.List;
import guest.test.hard_names.members.Members;
import guest.test.hard_names.members.Numbers;
import guest.test.hard_names.members.NumbersList;
import guest.test.hard_names.members.String_;
import guest.test.hard_names.members.Thing;
import guest.test.hard_names.members.Value;
import guest.test.hard_names.members.ValueException;
import java.util.Optional;

public final class Guest implements Log, Members, InstanceExports {

    private record Numbered(int handle) implements Thing {

        @Override
        public int close_() {
            return handle;
        }

        @Override
        public String getClass_(String exports) {
            return exports + handle;
        }

        @Override
        public void close() {}
    }

    @Override
    public String close(int close) {
        return "closed " + guest.test.hard_names.instance.log.Log.close("host " + Integer.toUnsignedString(close));
    }

    @Override
    public Thing newThing(int handle) {
        return new Numbered(handle);
    }

    @Override
    public String thingToString(Thing rep, NumbersList numbers) {
        return rep.getClass_("thing ") + " of " + numbers.result(0);
    }

    @Override
    public String_ wait_(String memory, String_ result, NumbersList instance, Value ret) throws ValueException {
        return switch (ret) {
            case Value.Value_ value -> new String_(memory + value.value(), result.list());
            case Value.String string -> throw new ValueException(string);
            case Value.None none -> throw new ValueException(new Value.Value_(instance.size()));
        };
    }

    @Override
    public Tuple3<Numbers, Bits, List> notifyAll_(Numbers implementation, Bits core, List ptr) {
        return new Tuple3<>(implementation, core.with(Bits.WITH), ptr);
    }

    @Override
    public NumbersList hashCode_(NumbersList len) {
        NumbersList.Builder reversed = NumbersList.builder(len.size());
        for (int i = len.size() - 1; i >= 0; i--) {
            reversed.add(len, i);
        }
        return reversed.build();
    }

    @Override
    public Optional<Numbers> membersAbi(Optional<Numbers> realloc) {
        return realloc.map(numbers -> new Numbers(
                numbers.memory() + 1, numbers.result(), !numbers.toString_(), numbers.get(), numbers.bits()));
    }

    @Override
    public int instantiate(int component) {
        return 2 * InstanceImports.memory(component);
    }
}
