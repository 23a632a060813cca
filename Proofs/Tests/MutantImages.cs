using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Tests;

/// <summary>Compiles each mutant once for all proofs that are tried on it.</summary>
public sealed class MutantImages
{
    private readonly MutantCompiler _compiler = new(Repository.Around(AppContext.BaseDirectory).Implementation);
    private readonly Dictionary<string, ImplementationImage> _images = [];

    public ImplementationImage Of(Mutant mutant)
    {
        if (!_images.TryGetValue(mutant.Name, out var image))
        {
            using var compiled = _compiler.Compile(mutant);
            image = new ImplementationImage(compiled.Image);
            _images.Add(mutant.Name, image);
        }

        return image;
    }
}
