namespace Verify.Properties.Values;

/// <summary>
/// The indices of a list, each once, from a random one to the end and then from 0: a search in this order favours no
/// element.
/// </summary>
internal readonly struct Rotation
{
    private readonly int _count;
    private readonly int _start;

    /// <param name="random">Draws the first index; no number is drawn for an empty list.</param>
    /// <param name="count">The length of the list.</param>
    public Rotation(ref Prng random, int count)
    {
        _count = count;
        _start = count == 0 ? 0 : random.Below(count);
    }

    public Enumerator GetEnumerator() => new(this);

    public struct Enumerator(Rotation rotation)
    {
        private int _step = -1;

        public readonly int Current => (rotation._start + _step) % rotation._count;

        public bool MoveNext() => ++_step < rotation._count;
    }
}
