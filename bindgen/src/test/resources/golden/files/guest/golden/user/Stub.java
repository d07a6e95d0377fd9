package golden.user;

public final class Stub implements golden.acme.files.feed.Feed, golden.acme.files.keeper.KeeperExports, golden.acme.files.store.Store {
    @Override
    public byte[] digest(
            byte[] p0) {
        throw new IllegalStateException();
    }
    @Override
    public golden.Stream<java.lang.Byte> follow(
            java.lang.String p0)
            throws golden.acme.files.feed.FollowException {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.files.store.Blob blobMerge(
            golden.acme.files.store.Blob p0,
            golden.acme.files.store.Blob p1) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.files.store.Blob latest(
            ) {
        throw new IllegalStateException();
    }
    @Override
    public golden.acme.files.store.Blob newBlob(
            byte[] p0) {
        throw new IllegalStateException();
    }
    @Override
    public java.util.Map<java.lang.String, java.lang.Long> sizes(
            java.util.List<golden.acme.files.store.Blob> p0) {
        throw new IllegalStateException();
    }
    @Override
    public java.util.Optional<golden.acme.files.store.Blob> load(
            java.lang.String p0) {
        throw new IllegalStateException();
    }
    @Override
    public void save(
            java.util.List<golden.acme.files.store.Entry> p0) {
        throw new IllegalStateException();
    }
    @Override
    public void start(
            int p0)
            throws golden.acme.files.keeper.StartException {
        throw new IllegalStateException();
    }
}
