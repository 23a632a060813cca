using System.Reflection;
using System.Runtime.Loader;
using Verify.Abi;

namespace Verify.Properties.Mutants;

/// <summary>
/// Mutants that share one compiled implementation. All machines of a loaded copy are of the same mutant; two mutants at
/// a time are two copies. A copy without machines is used again for any mutant, with the machine code that it has.
/// </summary>
/// <param name="image">The implementation.</param>
internal sealed class SwitchedMutants(SwitchedImage image)
{
    private readonly Lock _lock = new();
    private readonly List<Copy> _copies = [];

    /// <summary>Boots the implementation with a change; null for a change that must be compiled alone.</summary>
    public SystemFactory? With(SourceEdit edit) =>
        image.NumberOf(edit) is { } number ? world => Boot(number, world) : null;

    private GuardedSystem Boot(int number, World world)
    {
        Copy copy = Take(number);
        try
        {
            return new GuardedSystem(world, copy.Boot, () => Release(copy));
        }
        catch
        {
            Release(copy);
            throw;
        }
    }

    private Copy Take(int number)
    {
        lock (_lock)
        {
            Copy? copy = _copies.Find(one => one.Machines > 0 && one.Active == number)
                ?? _copies.Find(one => one.Machines == 0);
            if (copy is null)
            {
                _copies.Add(copy = new Copy(image.Bytes));
            }

            copy.Activate(number);
            copy.Machines++;
            return copy;
        }
    }

    private void Release(Copy copy)
    {
        lock (_lock)
        {
            copy.Machines--;
        }
    }

    /// <summary>The implementation, loaded once more.</summary>
    private sealed class Copy
    {
        private readonly Assembly _assembly;

        public Copy(byte[] image)
        {
            using var stream = new MemoryStream(image);
            _assembly = new AssemblyLoadContext(nameof(SwitchedMutants)).LoadFromStream(stream);
            SwitchedImage.Start(_assembly);
            Boot = CompiledMutant.BootOf(_assembly);
        }

        public SystemFactory Boot { get; }

        /// <summary>How many of its machines are in use.</summary>
        public int Machines { get; set; }

        /// <summary>The number of the mutant that its machines are.</summary>
        public int Active { get; private set; }

        public void Activate(int number)
        {
            if (number != Active)
            {
                SwitchedImage.Activate(_assembly, number);
                Active = number;
            }
        }
    }
}
