namespace Verify.Properties.Checking;

/// <summary>Fills as much of a buffer as there is to list, and tells how much there is in all.</summary>
internal delegate int Lister<in TSource, TEntry>(TSource source, Span<TEntry> entries);

/// <summary>What one side lists after a call, in a buffer that is used again.</summary>
internal sealed class Listing<TSource, TEntry>(Lister<TSource, TEntry> lister)
{
    private TEntry[] _entries = new TEntry[16];
    private int _count;

    /// <summary>What was listed last.</summary>
    public ReadOnlySpan<TEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Lists again.</summary>
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
