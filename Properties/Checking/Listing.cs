namespace Verify.Properties.Checking;

/// <summary>Copies as many entries as fit into a buffer, and returns the number of all entries.</summary>
internal delegate int Lister<in TSource, TEntry>(TSource source, Span<TEntry> entries);

/// <summary>The entries that one side lists after a call, in a reused buffer.</summary>
internal sealed class Listing<TSource, TEntry>(Lister<TSource, TEntry> lister)
{
    private TEntry[] _entries = new TEntry[16];
    private int _count;

    /// <summary>The entries of the last <see cref="Read"/>.</summary>
    public ReadOnlySpan<TEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Reads the entries of a source.</summary>
    public void Read(TSource source)
    {
        _count = lister(source, _entries);
        if (_count > _entries.Length)
        {
            _entries = new TEntry[2 * _count];
            _count = lister(source, _entries);
        }
    }
}
