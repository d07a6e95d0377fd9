package golden.user;

@SuppressWarnings("deprecation")
public final class Stub implements golden.acme.gates.clock.Clock, golden.acme.gates.gates.GatesExports, golden.acme.gates.till.Till {
    @Override
    public golden.acme.gates.till.Book newBook(
            ) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.till.EntryList scan(
            golden.acme.gates.till.Entry p0) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.till.Pen find(
            golden.acme.gates.till.Page p0,
            golden.acme.gates.till.Kind p1)
            throws golden.acme.gates.till.FailureException {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.till.Pen newPen(
            golden.acme.gates.till.Entry p0) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.till.Pen penJoin(
            golden.acme.gates.till.Pen p0,
            golden.acme.gates.till.Pen p1) {
        throw new IllegalStateException();
    }
    @Override
    public int count(
            int p0) {
        throw new IllegalStateException();
    }
    @Override
    public int run(
            int p0) {
        throw new IllegalStateException();
    }
    @Override
    public long now(
            ) {
        throw new IllegalStateException();
    }
}
