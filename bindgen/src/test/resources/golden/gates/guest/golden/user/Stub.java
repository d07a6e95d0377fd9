package golden.user;

@SuppressWarnings("deprecation")
public final class Stub implements golden.acme.gates.accounts.Accounts, golden.acme.gates.clock.Clock, golden.acme.gates.gates.GatesExports {
    @Override
    public golden.acme.gates.accounts.Book newBook(
            ) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.accounts.Cursor cursorJoin(
            golden.acme.gates.accounts.Cursor p0,
            golden.acme.gates.accounts.Cursor p1) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.accounts.Cursor find(
            golden.acme.gates.accounts.Page p0,
            golden.acme.gates.accounts.Kind p1)
            throws golden.acme.gates.accounts.FailureException {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.accounts.Cursor newCursor(
            golden.acme.gates.accounts.Page p0) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.gates.accounts.EntryList scan(
            golden.acme.gates.accounts.Entry p0) {
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
