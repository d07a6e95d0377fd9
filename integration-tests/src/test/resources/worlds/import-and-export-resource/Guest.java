package guest;

import guest.test.both.things.Boxed;
import guest.test.both.things.Thing;
import guest.test.both.things.Things;
import guest.test.both.things.ThingsImports;

public final class Guest implements Things {

    /** One of ours, which has one of the host's in it. */
    private record Wrapped(Thing inner) implements Thing {

        @Override
        public String name() {
            return "<" + inner.name() + ">";
        }

        @Override
        public void close() {
            inner.close();
        }
    }

    @Override
    public Thing newThing(String name) {
        return new Wrapped(ThingsImports.newThing(name));
    }

    @Override
    public Boxed rename(Thing thing, String suffix) {
        Boxed renamed = ThingsImports.rename(((Wrapped) thing).inner(), suffix);
        return new Boxed(new Wrapped(renamed.of()));
    }

    @Override
    public Thing open(Boxed boxed) {
        Thing inner = ((Wrapped) boxed.of()).inner();
        return new Wrapped(ThingsImports.open(new Boxed(inner)));
    }
}
