using Verify.Abi;

namespace Verify.Properties;

/// <summary>Boots a system under test: the implementation as built, or a mutant of it.</summary>
public delegate ISystem SystemFactory(World world);
